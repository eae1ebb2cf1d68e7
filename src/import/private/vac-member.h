/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-json-source.h"

G_BEGIN_DECLS

typedef struct _VacMember VacMember;

/*
 * VacTake:
 * @source: the data
 * @value: a value that @member leads to
 * @member: the row of the table
 * @index: in which element of a list it is
 *
 * Reads one value into the draft.
 */
typedef void (*VacTake) (VacSource       *source,
                         guint            value,
                         const VacMember *member,
                         guint            index);

/**
 * VacMember:
 * @name: the member's name, or the way to it: "hiringOrganization.name"; arrays on the way are
 *   passed through
 * @take: reads it
 * @role: of a fact: what it is; of things in a list: what each of them is
 * @heading: of a text: what it is about
 * @list: each element of an array is one more of @role; otherwise the first that says something
 *   counts
 * @whole: an array is read at once
 * @otherwise: read only where no member before it said anything
 * @unless: (nullable): read only where the member of this name is not there
 * @fact: of a member that is true: what the document holds then
 * @members: of a thing: the table of its members
 *
 * A row of a table, which says how a member of another program's data is read. The rows are read in
 * their order, whatever the order in the data is. The last one has no name.
 */
struct _VacMember
{
  const char      *name;
  VacTake          take;
  VacRole          role;
  VacHeading       heading;
  gboolean         list;
  gboolean         whole;
  gboolean         otherwise;
  const char      *unless;
  const char      *fact;
  const VacMember *members;
};

/**
 * VacBoard:
 * @list: the member of the root that holds the postings, where the root is an object
 * @title: the member that no posting is without
 * @members: how a posting is read
 *
 * What a program that publishes postings makes of them: a posting, a list of postings, or an object
 * with such a list.
 */
typedef struct
{
  const char      *list;
  const char      *title;
  const VacMember *members;
} VacBoard;

gboolean vac_board_read  (const VacBoard *board,
                          GBytes         *bytes,
                          GPtrArray      *drafts,
                          GError        **error);
guint    vac_board_get_first (VacSource  *source,
                              const char *list);

void vac_members_take    (VacSource       *source,
                          guint            object,
                          const VacMember *members,
                          guint            index);

void vac_take_fact       (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_words      (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_types      (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_date       (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_number     (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_checked    (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_town       (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_if_true    (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_language   (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_text       (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_section    (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_thing      (VacSource *source, guint value, const VacMember *member, guint index);
void vac_take_nothing    (VacSource *source, guint value, const VacMember *member, guint index);

G_END_DECLS
