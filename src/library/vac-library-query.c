/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-query"

#include "config.h"

#include <string.h>

#include "vac-date.h"
#include "vac-library-query-private.h"
#include "vac-library-words.h"
#include "vac-schema.h"

/* Lists what the index has. Which rows, SQLite decides; their order is that of the user's language,
 * which it does not know. */

/* A century; later years have more digits than dates can be compared with. */
#define MOST_DAYS 36525

typedef struct
{
  const VacLibraryQuery *query;
  GPtrArray             *entries;   /* of VacLibraryEntry */
} Run;

/* A statement that grows, with the values for its question marks. */
typedef struct
{
  GString   *sql;
  GPtrArray *values;    /* of char * */
  GArray    *blobs;     /* of gboolean: paths need not be text */
} Text;

static void
add_value (Text     *text,
           char     *value,
           gboolean  blob)
{
  g_ptr_array_add (text->values, value);
  g_array_append_val (text->blobs, blob);
}

static void
add_folders (Text              *text,
             const char *const *folders)
{
  g_string_append (text->sql, " AND (0");
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_string_append (text->sql, " OR (path > ? AND path < ?)");
      add_value (text, g_strdup (folders[i]), TRUE);
      add_value (text, vac_library_index_get_end (folders[i]), TRUE);
    }
  g_string_append_c (text->sql, ')');
}

static void
add_statuses (Text              *text,
              const char *const *statuses)
{
  g_string_append (text->sql, " AND error IS NULL AND status IN (");
  for (guint i = 0; statuses[i] != NULL; i++)
    {
      g_string_append (text->sql, i > 0 ? ", ?" : "?");
      add_value (text, g_strdup (statuses[i]), FALSE);
    }
  g_string_append_c (text->sql, ')');
}

/* ISO 8601 dates are in order as texts. */
static void
add_closing (Text  *text,
             guint  days)
{
  GDate day;

  vac_date_today (&day);
  g_string_append (text->sql, " AND closes >= ? AND closes <= ? AND status NOT IN (?, ?)");
  add_value (text, vac_date_to_iso (&day), FALSE);
  g_date_add_days (&day, MIN (days, MOST_DAYS));
  add_value (text, vac_date_to_iso (&day), FALSE);
  add_value (text, g_strdup (VAC_STATUS_CLOSED), FALSE);
  add_value (text, g_strdup (VAC_STATUS_ARCHIVED), FALSE);
}

static void
write_statement (const VacLibraryQuery *query,
                 Text                  *text)
{
  char *match = query->text != NULL ? vac_library_words_match (query->text) : NULL;

  g_string_append (text->sql, "SELECT path, mtime, title, employer, place, pay, status, since, "
                              "closes, findings, copies, error FROM postings WHERE NOT hidden");
  if (match != NULL)
    {
      g_string_append (text->sql, " AND id IN (SELECT rowid FROM words WHERE words MATCH ?)");
      add_value (text, match, FALSE);
    }
  if (query->folders != NULL)
    add_folders (text, query->folders);
  if (query->statuses != NULL)
    add_statuses (text, query->statuses);
  if (query->closes)
    add_closing (text, query->days);
  if (query->has_findings)
    g_string_append (text->sql, " AND findings > 0");
  if (query->copy_of != NULL)
    {
      g_string_append (text->sql, " AND instr (char (10) || copies, ?) > 0");
      add_value (text, g_strdup_printf ("\n%s ", query->copy_of), FALSE);
    }
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const Text *text,
         int        *code)
{
  sqlite3_stmt *statement = NULL;

  *code = sqlite3_prepare_v2 (db, text->sql->str, (int) text->sql->len, &statement, NULL);
  for (guint i = 0; *code == SQLITE_OK && i < text->values->len; i++)
    {
      const char *value = g_ptr_array_index (text->values, i);
      const int length = (int) strlen (value);

      *code = g_array_index (text->blobs, gboolean, i)
                  ? sqlite3_bind_blob (statement, (int) i + 1, value, length, SQLITE_STATIC)
                  : sqlite3_bind_text (statement, (int) i + 1, value, length, SQLITE_STATIC);
    }

  return statement;
}

static char *
dup_column (sqlite3_stmt *statement,
            int           column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

static VacLibraryEntry *
take_row (sqlite3_stmt *statement)
{
  VacLibraryFacts facts = {
    .title = dup_column (statement, 2), .employer = dup_column (statement, 3),
    .place = dup_column (statement, 4), .pay = dup_column (statement, 5),
    .status = dup_column (statement, 6), .since = dup_column (statement, 7),
    .closes = dup_column (statement, 8),
    .n_findings = (guint) sqlite3_column_int64 (statement, 9),
    .copies = dup_column (statement, 10),
    .error = dup_column (statement, 11),
  };
  g_autofree char *path = g_strndup (sqlite3_column_blob (statement, 0),
                                     (gsize) sqlite3_column_bytes (statement, 0));

  return vac_library_entry_new (path, sqlite3_column_int64 (statement, 1) / 1000000000, &facts);
}

/* In this program's folding, which is that of more scripts than SQLite's. */
static gboolean
is_in_place (VacLibraryEntry *entry,
             const char      *place)
{
  const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);
  g_autofree char *folded = g_utf8_casefold (facts->place, -1);

  return facts->error == NULL && strstr (folded, place) != NULL;
}

static int
run (sqlite3  *db,
     gpointer  user_data)
{
  Run *self = user_data;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) blobs = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Text text = { sql, values, blobs };
  g_autofree char *place = self->query->place != NULL
                               ? g_utf8_casefold (self->query->place, -1) : NULL;
  sqlite3_stmt *statement;
  int code;

  g_ptr_array_set_size (self->entries, 0);
  write_statement (self->query, &text);
  statement = prepare (db, &text, &code);
  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        {
          g_autoptr (VacLibraryEntry) entry = take_row (statement);

          if (place == NULL || is_in_place (entry, place))
            g_ptr_array_add (self->entries, g_steal_pointer (&entry));
        }
    }
  sqlite3_finalize (statement);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* Order */

/* An entry with what it is sorted by, so that no key is made twice. */
typedef struct
{
  VacLibraryEntry *entry;
  gint64           number;
  char            *keys[2];   /* nullable */
  gboolean         last;      /* whatever the direction */
} Place;

static gint64
get_status_position (const char *status)
{
  const VacChoice *choices = vac_schema_get_field (VAC_ROLE_STATUS)->choices;
  gint64 i = 0;

  while (choices[i].id != NULL && g_strcmp0 (choices[i].id, status) != 0)
    i++;

  return i;
}

static gint64
get_number (VacLibraryEntry *entry,
            VacLibrarySort   sort)
{
  const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);

  switch (sort)
    {
    case VAC_LIBRARY_SORT_CHANGED:
      return vac_library_entry_get_changed (entry);
    case VAC_LIBRARY_SORT_STATUS:
      return get_status_position (facts->status);
    case VAC_LIBRARY_SORT_FINDINGS:
      return facts->n_findings;
    case VAC_LIBRARY_SORT_TITLE:
    case VAC_LIBRARY_SORT_EMPLOYER:
    case VAC_LIBRARY_SORT_PLACE:
    case VAC_LIBRARY_SORT_CLOSES:
    default:
      return 0;
    }
}

static char *
make_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key (folded, -1);
}

static void
make_keys (Place          *place,
           VacLibrarySort  sort)
{
  const VacLibraryFacts *facts = vac_library_entry_get_facts (place->entry);

  place->last = facts->error != NULL && sort != VAC_LIBRARY_SORT_CHANGED;
  place->number = get_number (place->entry, sort);
  place->keys[1] = make_key (sort == VAC_LIBRARY_SORT_TITLE ? facts->employer : facts->title);
  switch (sort)
    {
    case VAC_LIBRARY_SORT_TITLE:
      place->keys[0] = make_key (facts->title);
      break;
    case VAC_LIBRARY_SORT_EMPLOYER:
      place->keys[0] = make_key (facts->employer);
      break;
    case VAC_LIBRARY_SORT_PLACE:
      place->keys[0] = make_key (facts->place);
      break;
    case VAC_LIBRARY_SORT_CLOSES:
      place->keys[0] = g_strdup (facts->closes);
      place->last = *facts->closes == '\0';
      break;
    case VAC_LIBRARY_SORT_CHANGED:
    case VAC_LIBRARY_SORT_STATUS:
    case VAC_LIBRARY_SORT_FINDINGS:
    default:
      break;
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Place *one = a, *other = b;
  const gboolean *descending = user_data;
  int order = one->last - other->last;

  if (order != 0)
    return order;
  order = one->number != other->number ? (one->number > other->number ? 1 : -1)
                                       : g_strcmp0 (one->keys[0], other->keys[0]);
  if (order != 0)
    return *descending ? -order : order;
  order = g_strcmp0 (one->keys[1], other->keys[1]);

  return order != 0 ? order : strcmp (vac_library_entry_get_path (one->entry),
                                      vac_library_entry_get_path (other->entry));
}

static void
sort (GPtrArray             *entries,
      const VacLibraryQuery *query)
{
  g_autofree Place *places = g_new0 (Place, entries->len);
  gboolean descending = query->descending;

  for (guint i = 0; i < entries->len; i++)
    {
      places[i].entry = g_ptr_array_index (entries, i);
      make_keys (&places[i], query->sort);
    }
  g_qsort_with_data (places, (int) entries->len, sizeof *places, compare_places, &descending);
  for (guint i = 0; i < entries->len; i++)
    {
      g_ptr_array_index (entries, i) = places[i].entry;
      g_free (places[i].keys[0]);
      g_free (places[i].keys[1]);
    }
}

/**
 * vac_library_query_run:
 * @index: an index
 * @query: what to list
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type VacLibraryEntry): what is found, in its order;
 *   %NULL on an error of the index, or when cancelled
 */
GPtrArray *
vac_library_query_run (VacLibraryIndex       *index,
                       const VacLibraryQuery *query,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  Run self = { query, entries };

  if (!vac_library_index_run (index, run, &self, cancellable, error))
    return NULL;
  sort (entries, query);

  return g_steal_pointer (&entries);
}

/**
 * vac_library_query_copy:
 * @query: a query
 *
 * Returns: (transfer full): a copy of it with all that it points to
 */
VacLibraryQuery *
vac_library_query_copy (const VacLibraryQuery *query)
{
  VacLibraryQuery *copy = g_new0 (VacLibraryQuery, 1);

  *copy = *query;
  copy->folders = (const char *const *) g_strdupv ((char **) query->folders);
  copy->text = g_strdup (query->text);
  copy->statuses = (const char *const *) g_strdupv ((char **) query->statuses);
  copy->place = g_strdup (query->place);
  copy->copy_of = g_strdup (query->copy_of);

  return copy;
}

/**
 * vac_library_query_free:
 * @query: a query from vac_library_query_copy()
 */
void
vac_library_query_free (VacLibraryQuery *query)
{
  g_strfreev ((char **) query->folders);
  g_free ((char *) query->text);
  g_strfreev ((char **) query->statuses);
  g_free ((char *) query->place);
  g_free ((char *) query->copy_of);
  g_free (query);
}
