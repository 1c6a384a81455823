create table t (id text primary key, n int) partition by range (id);
create table t0 partition of t for values from (minvalue) to ('8');
create table t1 partition of t for values from ('8') to (maxvalue);
insert into t select md5(i::text), i from generate_series(1, 40) i;
update t set n = 0 where n in (3, 33);
delete from t where n in (4, 34);
