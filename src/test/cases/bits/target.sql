create table t (id int primary key, a varbit(9), b varbit(4), c bit(5), d bit);
insert into t values (1, '1010', '1', '00010', '1'), (2, '10100', null, '00001', '1'), (3, '', '1', '11110', '1');
