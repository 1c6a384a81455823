create table t (id char(4) collate "de-x-icu" primary key, n int);
insert into t values ('a', 1), ('A', 2), ('b', 3), ('', 4), ('ab-', 5);
