create table t (id int primary key, a text, b bytea);
insert into t values (1, repeat('x', 300) || 'b', null), (2, repeat('😀', 199), '\x01'), (3, 'y', '\x02');
