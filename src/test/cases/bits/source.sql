create table t (id int primary key, a bit(4), b varbit, c bit(4), d bit);
insert into t values (1, '1010', '1', '0001', '1'), (2, '1010', '', '0001', '0'), (3, null, '01', '1111', '1');
