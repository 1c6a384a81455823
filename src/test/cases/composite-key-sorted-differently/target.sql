create table t (code text, a bigint, n int default 1, primary key (a, code));
insert into t select word, i from generate_series(-1, 1) i, (values ('a'), ('A'), ('b'), ('B'), ('-a'), ('a b'), ('a-b'), ('Z'), ('z'), ('ä'), ('Ä'), ('ß'), ('ss'), ('_'), ('~'), (''), ('Zebra'), ('zebra'), ('co-op'), ('coop')) w (word);
update t set n = 2 where (a, code) in ((0, 'ß'), (1, '_'));
delete from t where (a, code) in ((-1, 'B'), (1, 'co-op'));
insert into t values ('b-', 0), ('ÿ', 2);
