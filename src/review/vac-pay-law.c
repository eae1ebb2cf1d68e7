/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay-law"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-code-names.h"
#include "vac-data.h"
#include "vac-date.h"
#include "vac-in-languages.h"
#include "vac-pay-law-private.h"

/* The laws on pay in postings: data/review/pay-transparency.json, and what users add to it or put
 * in the place of its rules. */

#define PATH VAC_RESOURCE_PATH "/review/pay-transparency.json"

#define OVERLAY_FOLDER "vacancy"
#define OVERLAY_NAME   "pay-transparency.json"

struct _VacPayLaw
{
  gatomicrefcount  references;
  VacPayTable     *overlay;   /* nullable */
  GPtrArray       *rules;     /* (element-type VacPayRule): of the overlay and the built-in table */
};

static VacPayTable *
load_table (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (vac_data_get (), PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  VacPayTable *table = bytes != NULL ? vac_pay_table_read (bytes, &error) : NULL;

  /* Our own data, which every test of it reads. */
  if (table == NULL)
    g_error ("%s: %s", PATH, error != NULL ? error->message : "missing");

  return table;
}

/* It stays for as long as the program runs. Any thread may ask. */
static const VacPayTable *
get_table (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_table ());

  return (const VacPayTable *) loaded;
}

static const VacPayRule *
find_rule (GPtrArray  *rules,
           const char *id)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const VacPayRule *rule = g_ptr_array_index (rules, i);

      if (g_str_equal (rule->id, id))
        return rule;
    }

  return NULL;
}

static VacPayLaw *
create (VacPayTable *overlay)
{
  VacPayLaw *self = g_new0 (VacPayLaw, 1);
  GPtrArray *built_in = get_table ()->rules;

  g_atomic_ref_count_init (&self->references);
  self->overlay = overlay;
  self->rules = g_ptr_array_new ();
  for (guint i = 0; i < built_in->len; i++)
    {
      const VacPayRule *rule = g_ptr_array_index (built_in, i);
      const VacPayRule *other = overlay != NULL ? find_rule (overlay->rules, rule->id) : NULL;

      g_ptr_array_add (self->rules, (gpointer) (other != NULL ? other : rule));
    }
  for (guint i = 0; overlay != NULL && i < overlay->rules->len; i++)
    {
      VacPayRule *rule = g_ptr_array_index (overlay->rules, i);

      if (find_rule (built_in, rule->id) == NULL)
        g_ptr_array_add (self->rules, rule);
    }

  return self;
}

/**
 * vac_pay_law_get_built_in:
 *
 * Any thread may ask.
 *
 * Returns: (transfer none): the laws that Vacancy knows by itself
 */
VacPayLaw *
vac_pay_law_get_built_in (void)
{
  static gsize created;

  if (g_once_init_enter (&created))
    g_once_init_leave (&created, (gsize) create (NULL));

  return (VacPayLaw *) created;
}

/**
 * vac_pay_law_new:
 * @overlay: the contents of the user's own table, in the form of data/review/pay-transparency.json
 * @error: return location for an error with its place, see vac_error_describe();
 *   %VAC_ERROR_SYNTAX or %VAC_ERROR_FORMAT
 *
 * A rule of the user's with the id of a built-in one takes its place, and others come on top.
 * After an error the built-in laws hold.
 *
 * Returns: (transfer full) (nullable): the laws together
 */
VacPayLaw *
vac_pay_law_new (GBytes  *overlay,
                 GError **error)
{
  VacPayTable *table;

  g_return_val_if_fail (overlay != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  table = vac_pay_table_read (overlay, error);

  return table != NULL ? create (table) : NULL;
}

/**
 * vac_pay_law_dup_overlay_path:
 *
 * Returns: (transfer full): where the user's own table lies, if there is one
 */
char *
vac_pay_law_dup_overlay_path (void)
{
  return g_build_filename (g_get_user_config_dir (), OVERLAY_FOLDER, OVERLAY_NAME, NULL);
}

/**
 * vac_pay_law_ref:
 * @self: laws
 *
 * Returns: (transfer full): @self
 */
VacPayLaw *
vac_pay_law_ref (VacPayLaw *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * vac_pay_law_unref:
 * @self: (transfer full): laws
 */
void
vac_pay_law_unref (VacPayLaw *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->rules);
  g_clear_pointer (&self->overlay, vac_pay_table_free);
  g_free (self);
}

/**
 * vac_pay_law_get_n_rules:
 * @self: laws
 *
 * Returns: how many there are
 */
guint
vac_pay_law_get_n_rules (VacPayLaw *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rules->len;
}

/**
 * vac_pay_law_get_rule:
 * @self: laws
 * @position: which of them
 *
 * Returns: (transfer none): the law, which lives as long as @self
 */
const VacPayRule *
vac_pay_law_get_rule (VacPayLaw *self,
                      guint      position)
{
  g_return_val_if_fail (self != NULL && position < self->rules->len, NULL);

  return g_ptr_array_index (self->rules, position);
}

/**
 * vac_pay_law_find:
 * @self: laws
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the law with that id
 */
const VacPayRule *
vac_pay_law_find (VacPayLaw  *self,
                  const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return find_rule (self->rules, id);
}

/**
 * vac_pay_law_get_as_of:
 * @self: laws
 *
 * Returns: the ISO 8601 date on which the table, or that of the user, was last looked at
 */
const char *
vac_pay_law_get_as_of (VacPayLaw *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->overlay != NULL && *self->overlay->as_of != '\0' ? self->overlay->as_of
                                                                : get_table ()->as_of;
}

/**
 * vac_pay_law_dup_notice:
 * @self: laws
 *
 * Returns: (transfer full): what is to be said once beside all that is found, translated
 */
char *
vac_pay_law_dup_notice (VacPayLaw *self)
{
  g_autofree char *day = NULL;
  GDate date;

  g_return_val_if_fail (self != NULL, NULL);

  if (vac_date_from_iso (vac_pay_law_get_as_of (self), &date))
    day = vac_date_format (&date, g_get_language_names ()[0]);

  return g_strdup_printf (_("What is known of laws on pay in postings as of %s. This is not legal "
                            "advice."),
                          day != NULL ? day : vac_pay_law_get_as_of (self));
}

/**
 * vac_pay_rule_dup_name:
 * @self: a law
 * @language: a BCP 47 tag, or a locale
 *
 * Returns: (transfer full): the name of its place, in @language if it has one there
 */
char *
vac_pay_rule_dup_name (const VacPayRule *self,
                       const char       *language)
{
  const char *name;
  char *country;

  g_return_val_if_fail (self != NULL && language != NULL, NULL);

  name = vac_in_languages_pick (self->names, language);
  if (name != NULL)
    return g_strdup (name);
  country = vac_code_names_get (VAC_CODE_COUNTRY, self->countries[0], language);

  return country != NULL ? country : g_strdup (self->countries[0]);
}

/**
 * vac_pay_rule_get_note:
 * @self: a law
 * @language: a BCP 47 tag, or a locale
 *
 * Returns: (nullable): what else is to be known of it, in @language or in English: whom it reaches,
 *   what is exempt
 */
const char *
vac_pay_rule_get_note (const VacPayRule *self,
                       const char       *language)
{
  g_return_val_if_fail (self != NULL && language != NULL, NULL);

  return vac_in_languages_pick (self->notes, language);
}

/*
 * vac_pay_law_get_words:
 * @language: a BCP 47 tag
 * @words: which words
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the words of that language,
 *   folded; %NULL when none are known
 */
const char *const *
vac_pay_law_get_words (const char  *language,
                       VacPayWords  words)
{
  g_autofree char *tag = g_ascii_strdown (language, (gssize) strcspn (language, "-"));
  char ***of_language = g_hash_table_lookup (get_table ()->words, tag);

  return of_language != NULL ? (const char *const *) of_language[words] : NULL;
}
