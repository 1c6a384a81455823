create table base (id int primary key, kind text);
insert into base select i, i % 3 from generate_series(1, 20) i;
create materialized view t as select id, kind from base;
create unique index on t (id);
