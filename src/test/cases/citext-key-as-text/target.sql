create table t (code text primary key, n int);
insert into t values ('Anna', 1), ('anna', 11), ('BERND', 2), ('CARLA', 33), ('carla', 33);
