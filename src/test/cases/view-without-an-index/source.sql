create table likes (post int, who int, primary key (who, post));
insert into likes select i % 7, i from generate_series(1, 30) i;
create view t as select post, count(*) as likes from likes group by post;
