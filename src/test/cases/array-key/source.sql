create table t (k int[] primary key, n int);
insert into t values ('{}', 1), ('{1}', 2), ('{1,2}', 3), ('{2}', 4), ('{null}', 5), ('[0:1]={1,2}', 6), ('{{1,2},{3,4}}', 7);
