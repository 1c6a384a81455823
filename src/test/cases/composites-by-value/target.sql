create domain price as numeric(10,2);
create type pair as (a bigint, b numeric, c char(9));
create type nest as (p pair, ps pair[], prices price[], f float8);
create type span as (i interval, n numeric);
create type money_of as (a numeric, b numeric(10,2));
create type lengthy as range (subtype = nest);
create table t (id int primary key, p pair, n nest, s span, m money_of, ps pair[], r lengthy);
insert into t values
  (1, '(1,1.00,x)', '("(1,2.5,y)","{""(1,2.000,z)""}","{1.50}",0)', '("1 day",1)', '(1.010,2.50)', '{"(1,1,x)"}', '["(,,,1)","(,,,2)"]'),
  (2, '(1,1.00,X)', '("(1,2.5,y)",,"{1.5}",1)', '("30 days",1)', '(1.01,2.01)', '{"(1,1.0,x)"}', null),
  (3, null, '("(,,)",,,)', '(,1)', '(1.005,2)', null, 'empty'),
  (4, '(,,)', '("(1,2.50,z)",,,)', '(,)', null, '{}', '["(,,,1)","(,,,2.0)"]');
