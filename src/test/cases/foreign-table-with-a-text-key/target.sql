create table t (code text collate "C" primary key, n int);
insert into t select md5(i::text), i from generate_series(1, 30) i where i <> 12;
update t set n = 77 where n = 7;
