create table base (id int primary key, kind text);
insert into base select i, i % 3 from generate_series(1, 20) i where i <> 7;
update base set kind = 'x' where id = 20;
create materialized view t as select id, kind from base;
