/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-entry"

#include "config.h"

#include "vac-library-entry.h"

/**
 * VacLibraryEntry:
 *
 * A posting as the index knows it: an item of a list. It does not change; a file that does is
 * another entry of the next list. Its properties are for the expressions of columns.
 */
struct _VacLibraryEntry
{
  GObject          parent_instance;

  /* Owned */
  char            *path;
  VacLibraryFacts  facts;

  gint64           changed;
};

G_DEFINE_FINAL_TYPE (VacLibraryEntry, vac_library_entry, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_TITLE,
  PROP_EMPLOYER,
  PROP_PLACE,
  PROP_PAY,
  PROP_STATUS,
  PROP_SINCE,
  PROP_CLOSES,
  PROP_CHANGED,
  PROP_N_FINDINGS,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_text (VacLibraryEntry *self,
          guint            property_id)
{
  switch (property_id)
    {
    case PROP_TITLE:
      return self->facts.title;
    case PROP_EMPLOYER:
      return self->facts.employer;
    case PROP_PLACE:
      return self->facts.place;
    case PROP_PAY:
      return self->facts.pay;
    case PROP_STATUS:
      return self->facts.status;
    case PROP_SINCE:
      return self->facts.since;
    case PROP_CLOSES:
      return self->facts.closes;
    case PROP_ERROR:
      return self->facts.error;
    default:
      return self->path;
    }
}

static void
vac_library_entry_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VacLibraryEntry *self = VAC_LIBRARY_ENTRY (object);

  if (property_id == PROP_CHANGED)
    g_value_set_int64 (value, self->changed);
  else if (property_id == PROP_N_FINDINGS)
    g_value_set_uint (value, self->facts.n_findings);
  else if (property_id > PROP_0 && property_id < N_PROPS)
    g_value_set_string (value, get_text (self, property_id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
vac_library_entry_finalize (GObject *object)
{
  VacLibraryEntry *self = VAC_LIBRARY_ENTRY (object);

  g_free (self->path);
  vac_library_facts_clear (&self->facts);

  G_OBJECT_CLASS (vac_library_entry_parent_class)->finalize (object);
}

static void
vac_library_entry_class_init (VacLibraryEntryClass *klass)
{
  static const struct
  {
    guint       id;
    const char *name;
  } texts[] = {
    { PROP_PATH, "path" },     { PROP_TITLE, "title" },   { PROP_EMPLOYER, "employer" },
    { PROP_PLACE, "place" },   { PROP_PAY, "pay" },       { PROP_STATUS, "status" },
    { PROP_SINCE, "since" },   { PROP_CLOSES, "closes" }, { PROP_ERROR, "error" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vac_library_entry_get_property;
  object_class->finalize = vac_library_entry_finalize;

  /* Each of them as in #VacLibraryFacts. */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] =
      g_param_spec_string (texts[i].name, NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * VacLibraryEntry:changed:
   *
   * When the file was changed, in seconds since 1970.
   */
  properties[PROP_CHANGED] = g_param_spec_int64 ("changed", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_FINDINGS] = g_param_spec_uint ("n-findings", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_library_entry_init (VacLibraryEntry *self)
{
}

/**
 * vac_library_entry_new:
 * @path: the file's
 * @changed: when it was changed, in seconds since 1970
 * @facts: (transfer full): what is known of it; empty afterwards
 *
 * Returns: (transfer full): an entry
 */
VacLibraryEntry *
vac_library_entry_new (const char      *path,
                       gint64           changed,
                       VacLibraryFacts *facts)
{
  VacLibraryEntry *self = g_object_new (VAC_TYPE_LIBRARY_ENTRY, NULL);

  self->path = g_strdup (path);
  self->changed = changed;
  self->facts = *facts;
  *facts = (VacLibraryFacts) { 0 };

  return self;
}

/**
 * vac_library_entry_get_path:
 * @self: an entry
 *
 * Returns: (transfer none) (type filename): the path of the posting's file
 */
const char *
vac_library_entry_get_path (VacLibraryEntry *self)
{
  g_return_val_if_fail (VAC_IS_LIBRARY_ENTRY (self), NULL);

  return self->path;
}

/**
 * vac_library_entry_get_changed:
 * @self: an entry
 *
 * Returns: when the file was changed, in seconds since 1970
 */
gint64
vac_library_entry_get_changed (VacLibraryEntry *self)
{
  g_return_val_if_fail (VAC_IS_LIBRARY_ENTRY (self), 0);

  return self->changed;
}

/**
 * vac_library_entry_get_facts:
 * @self: an entry
 *
 * Returns: (transfer none): what is known of the posting
 */
const VacLibraryFacts *
vac_library_entry_get_facts (VacLibraryEntry *self)
{
  g_return_val_if_fail (VAC_IS_LIBRARY_ENTRY (self), NULL);

  return &self->facts;
}

/**
 * vac_library_facts_find_copy:
 * @facts: what is known of a posting
 * @id: the id of a shared text
 * @version: (out): which version of it the posting has; the oldest of several copies
 * @edited: (out): whether a copy was edited in the posting
 *
 * Returns: whether it has a copy
 */
gboolean
vac_library_facts_find_copy (const VacLibraryFacts *facts,
                             const char            *id,
                             gint64                *version,
                             gboolean              *edited)
{
  g_auto (GStrv) lines = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (facts != NULL && id != NULL, FALSE);

  *version = 0;
  *edited = FALSE;
  lines = g_strsplit (facts->copies != NULL ? facts->copies : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);
      gint64 number;

      if (g_strv_length (words) < 3 || !g_str_equal (words[0], id))
        continue;
      number = g_ascii_strtoll (words[1], NULL, 10);
      *version = found ? MIN (*version, number) : number;
      *edited = *edited || g_str_equal (words[2], "1");
      found = TRUE;
    }

  return found;
}

/**
 * vac_library_facts_clear:
 * @facts: facts
 *
 * Frees what they hold.
 */
void
vac_library_facts_clear (VacLibraryFacts *facts)
{
  g_free (facts->title);
  g_free (facts->employer);
  g_free (facts->place);
  g_free (facts->pay);
  g_free (facts->status);
  g_free (facts->since);
  g_free (facts->closes);
  g_free (facts->copies);
  g_free (facts->error);
  *facts = (VacLibraryFacts) { 0 };
}
