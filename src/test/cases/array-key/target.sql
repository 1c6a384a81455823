create table t (k int[] primary key, n int);
insert into t values ('{}', 1), ('{1}', 22), ('{1,2}', 3), ('{3}', 4), ('{null}', 5), ('[0:1]={1,2}', 66), ('{{1,2},{3,4}}', 7);
