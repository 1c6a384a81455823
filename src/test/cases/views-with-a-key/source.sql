create table p (id int primary key, a int);
insert into p values (1, 1), (2, 2), (3, 3);
create view t as select id, a * 2 as a from p;
