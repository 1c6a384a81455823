create table t (id int primary key, a int) partition by range (id);
create table t1 partition of t for values from (minvalue) to (3);
create table t2 partition of t for values from (3) to (maxvalue);
insert into t select i, i from generate_series(1, 5) i;
