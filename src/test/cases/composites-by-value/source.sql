create domain price as numeric(10,2);
create type pair as (a int, b numeric, c char(3));
create type nest as (p pair, ps pair[], prices price[], f float8);
create type span as (i interval, n numeric);
create type money_of as (a numeric(10,2), b numeric);
create type lengthy as range (subtype = nest);
create table t (id int primary key, p pair, n nest, s span, m money_of, ps pair[], r lengthy);
insert into t values
  (1, '(1,1.0,x)', '("(1,2.50,y)","{""(1,2.0,z)""}","{1.5}",-0)', '("1 day",1)', '(1.01,2.5)', '{"(1,1.0,x)"}', '["(,,,1)","(,,,2.0)"]'),
  (2, '(1,1.0,x)', '("(1,2.50,y)","{}","{1.5}",1)', '("1 mon",1)', '(1.01,2.005)', '{"(1,1.0,x)",null}', 'empty'),
  (3, '(,,)', '(,,,)', '(,1.0)', '(1.01,2)', '{}', null),
  (4, null, '("(1,2.50,y)",,,)', null, '(,)', '{null}', '(,)');
