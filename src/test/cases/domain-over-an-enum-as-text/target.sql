create table t (m text collate "de-x-icu" primary key, n int);
insert into t values ('sad', 1), ('ok', 22), ('wild', 3), ('', 4);
