create table t (id varchar(9) collate "C" primary key, n int);
insert into t values ('a', 1), ('A', 22), ('no', 0), ('ä', 3), ('z', 4), ('Z9999', 5);
