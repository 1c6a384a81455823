-- The database "replica" of the demo: the posts of "primary", with 36 planted differences for consistencyCheck to find:
--
--   missing 12     10 posts were never copied               17, 4711, 29989, 60001, 90013, 123456, 150001, 180011, 210019, 299999
--                  2 are deleted here only                  240007, 270029
--   extra 9        6 posts are new here                     300001 to 300006
--                  3 are deleted in primary only            100000, 200000, 250000
--   different 15   5 lack a like (likes)                    101, 59999, 120001, 199999, 283117
--                  2 have a title in capitals (title)       1009, 77777
--                  2 lost their last character (body)       31337, 222222
--                  1 lost its rating, 1 got one (rating)    65537, 44 (null in primary)
--                  2 have a tag more (tags)                 8191, 131071
--                  1 has another author (author)            271828
--                  1 is a microsecond younger (created_at)  161803
--
-- Not to be found: 299 posts that have only another updated_at, which the job leaves out, and a deleted post, 50, that has
-- another body.

create table posts (
    id bigint primary key,
    author text not null,
    title text not null,
    body text not null,
    likes int not null,
    rating numeric(3, 2),
    tags text[] not null,
    is_deleted boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
comment on table posts is 'forum posts: a copy that went wrong here and there';

create table post_documents (
    id bigint primary key,
    title text not null,
    teaser varchar(100) not null,
    tags int not null check (tags < 10),
    day date not null
);
comment on table post_documents is 'what a search page needs of each post; postDocuments fills it from primary';

insert into posts
select
    id,
    'user' || (id * 7919) % 4999,
    'Post ' || id || ': ' || (array['how to', 'why does', 'announcing', 'lost and found', 'ask me about'])[1 + id % 5],
    repeat(md5(id::text) || ' ', 6),
    ((id * id) % 997)::int,
    case when id % 11 > 0 then (id * 31 % 401) / 100.0 + 1 end,
    (array['{}', '{news}', '{help,java}', '{sql}', '{sql,help,"long read"}'])[1 + id % 5]::text[],
    id % 50 = 0,
    timestamptz '2020-01-01 00:00:00Z' + id * interval '7 minutes',
    timestamptz '2024-01-01 00:00:00Z' + id * interval '1 second'
from generate_series(1::bigint, 300000) as id;

-- As in primary, for postRules to find: ratings that nobody can give, and deletions that are not in the log.
update posts set rating = 0 where id in (12345, 234567);
update posts set rating = 7.5 where id = 99991;

create table deletions (
    post_id bigint primary key,
    moderator text not null
);
comment on table deletions is 'who deleted which post';

insert into deletions
select id, 'moderator' || id % 7
from generate_series(50::bigint, 300000, 50) as id
where id not in (5000, 150000);

-- What only this copy has gone through; it has no log of it, as postRules finds out too.
delete from posts where id in (17, 4711, 29989, 60001, 90013, 123456, 150001, 180011, 210019, 299999);
update posts set is_deleted = true where id in (240007, 270029);

insert into posts
select
    id, 'user1', 'Post ' || id, 'This post is only here.', 0, null, '{}', false,
    timestamptz '2024-06-01 00:00:00Z', timestamptz '2024-06-01 00:00:00Z'
from generate_series(300001::bigint, 300006) as id;
update posts set is_deleted = false where id in (100000, 200000, 250000);

update posts set likes = likes - 1 where id in (101, 59999, 120001, 199999, 283117);
update posts set title = upper(title) where id in (1009, 77777);
update posts set body = left(body, -1) where id in (31337, 222222);
update posts set rating = null where id = 65537;
update posts set rating = 5 where id = 44;
update posts set tags = array_append(tags, 'spam') where id in (8191, 131071);
update posts set author = 'user0' where id = 271828;
update posts set created_at = created_at + interval '1 microsecond' where id = 161803;

update posts set updated_at = updated_at + interval '1 day' where id % 1000 = 999;
update posts set body = 'gone' where id = 50;

analyze posts, deletions;
