create table t (code text collate "en-x-icu", a int, n int default 1, primary key (code, a));
insert into t select word, i from generate_series(-1, 1) i, (values ('a'), ('A'), ('b'), ('B'), ('-a'), ('a b'), ('a-b'), ('Z'), ('z'), ('ä'), ('Ä'), ('ß'), ('ss'), ('_'), ('~'), (''), ('Zebra'), ('zebra'), ('co-op'), ('coop')) w (word);
