/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-settings"

#include "config.h"

#include "vac-date.h"
#include "vac-error.h"
#include "vac-json.h"
#include "vac-review-settings.h"
#include "vac-safe-file.h"
#include "vac-spelling.h"

/**
 * VacReviewSettings:
 *
 * What the user has said once for the review of every posting: the employer's size, what is
 * looked for, and the user's own table of laws on pay.
 */
struct _VacReviewSettings
{
  GObject       parent_instance;

  /* Owned */
  GSettings    *settings;
  VacPayLaw    *law;        /* nullable: with the user's own; NULL for those that are built in */
  char         *trouble;    /* nullable: why the user's own are not used */
  GHashTable   *loaded;     /* languages whose dictionary is loaded, or not there */
  GHashTable   *loading;    /* languages whose dictionary is on its way */

  gboolean      law_read;
};

G_DEFINE_FINAL_TYPE (VacReviewSettings, vac_review_settings, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_setting_changed_cb (VacReviewSettings *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
vac_review_settings_finalize (GObject *object)
{
  VacReviewSettings *self = VAC_REVIEW_SETTINGS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->law, vac_pay_law_unref);
  g_free (self->trouble);
  g_hash_table_unref (self->loaded);
  g_hash_table_unref (self->loading);

  G_OBJECT_CLASS (vac_review_settings_parent_class)->finalize (object);
}

static void
vac_review_settings_class_init (VacReviewSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_review_settings_finalize;

  /**
   * VacReviewSettings::changed:
   *
   * Emitted when vac_review_settings_get_options() has another answer than before.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_REVIEW_SETTINGS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_review_settings_init (VacReviewSettings *self)
{
  self->loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->loading = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * vac_review_settings_new:
 * @settings: where they are kept
 *
 * Returns: (transfer full): what the user has said
 */
VacReviewSettings *
vac_review_settings_new (GSettings *settings)
{
  static const char *const details[] = {
    "changed::" VAC_SETTING_EMPLOYER_SIZE, "changed::" VAC_SETTING_SPELLING,
    "changed::" VAC_SETTING_SKIPS,
  };
  VacReviewSettings *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (VAC_TYPE_REVIEW_SETTINGS, NULL);
  self->settings = g_object_ref (settings);
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    g_signal_connect_object (settings, details[i], G_CALLBACK (on_setting_changed_cb), self,
                             G_CONNECT_SWAPPED);

  return self;
}

/* Laws */

/* A small file of the user's own folder, which is there at once. */
static void
load_law (VacReviewSettings *self)
{
  g_autofree char *path = vac_pay_law_dup_overlay_path ();
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  self->law_read = TRUE;
  g_clear_pointer (&self->law, vac_pay_law_unref);
  g_clear_pointer (&self->trouble, g_free);
  bytes = vac_safe_file_load (file, VAC_JSON_MAX_BYTES, NULL, NULL, &error);
  if (bytes != NULL)
    self->law = vac_pay_law_new (bytes, &error);
  if (error != NULL && !g_error_matches (error, VAC_ERROR, VAC_ERROR_NOT_FOUND))
    self->trouble = vac_error_describe (error, name);
}

/**
 * vac_review_settings_read_law:
 * @self: what the user has said
 *
 * Reads the user's own table of laws once more. When it cannot be used, what is built in holds.
 */
void
vac_review_settings_read_law (VacReviewSettings *self)
{
  g_return_if_fail (VAC_IS_REVIEW_SETTINGS (self));

  load_law (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * vac_review_settings_get_trouble:
 * @self: what the user has said
 *
 * Returns: (nullable): why the user's own table of laws is not used, with its place in the file;
 *   %NULL when it is, or there is none
 */
const char *
vac_review_settings_get_trouble (VacReviewSettings *self)
{
  g_return_val_if_fail (VAC_IS_REVIEW_SETTINGS (self), NULL);

  return self->trouble;
}

/* Spelling */

/* A dictionary takes tens of milliseconds to load. It stays loaded. */
static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const char *language = task_data;

  if (vac_spelling_has (language))
    vac_spelling_knows (language, language);
  g_task_return_boolean (task, TRUE);
}

static void
on_loaded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  VacReviewSettings *self = VAC_REVIEW_SETTINGS (source);
  const char *language = g_task_get_task_data (G_TASK (result));

  g_hash_table_remove (self->loading, language);
  g_hash_table_add (self->loaded, g_strdup (language));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Returns: whether spelling can be checked by now without waiting */
static gboolean
is_loaded (VacReviewSettings *self,
           const char        *language)
{
  g_autoptr (GTask) task = NULL;

  if (*language == '\0' || g_hash_table_contains (self->loaded, language))
    return TRUE;
  if (!g_hash_table_add (self->loading, g_strdup (language)))
    return FALSE;
  task = g_task_new (self, NULL, on_loaded_cb, NULL);
  g_task_set_source_tag (task, is_loaded);
  g_task_set_task_data (task, g_strdup (language), g_free);
  g_task_run_in_thread (task, load_in_thread);

  return FALSE;
}

/* Groups */

static const VacFindingGroup optional[] = {
  VAC_FINDING_PAY, VAC_FINDING_WORDING, VAC_FINDING_READABILITY, VAC_FINDING_TYPING,
  VAC_FINDING_BOARDS,
};

/**
 * vac_review_settings_list_optional:
 * @n_groups: (out): how many they are
 *
 * Returns: (array length=n_groups): the groups of findings that need not be looked for: whether a
 *   posting contradicts itself is always told, and spelling has a setting of its own
 */
const VacFindingGroup *
vac_review_settings_list_optional (guint *n_groups)
{
  g_return_val_if_fail (n_groups != NULL, NULL);

  *n_groups = G_N_ELEMENTS (optional);

  return optional;
}

/* Returns: what the user does not want to be looked for */
static VacReviewScope
find_skipped (VacReviewSettings *self)
{
  static const VacReviewScope scopes[VAC_N_FINDING_GROUPS] = {
    [VAC_FINDING_PAY] = VAC_REVIEW_PAY_RULES,
    [VAC_FINDING_WORDING] = VAC_REVIEW_WORDING,
    [VAC_FINDING_READABILITY] = VAC_REVIEW_READING,
    [VAC_FINDING_TYPING] = VAC_REVIEW_TYPING,
    [VAC_FINDING_BOARDS] = VAC_REVIEW_BOARDS,
  };
  g_auto (GStrv) skips = g_settings_get_strv (self->settings, VAC_SETTING_SKIPS);
  VacReviewScope scope = 0;

  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    if (g_strv_contains ((const char *const *) skips, vac_finding_group_get_id (optional[i])))
      scope |= scopes[optional[i]];

  return scope;
}

/**
 * vac_review_settings_get_options:
 * @self: what the user has said
 * @document: a posting
 *
 * Spelling is among them once its dictionary is loaded, which the signal tells.
 *
 * Returns: how to review @document; the laws belong to @self
 */
VacReviewOptions
vac_review_settings_get_options (VacReviewSettings *self,
                                 VacDocument       *document)
{
  VacReviewOptions options = {
    .scope = VAC_REVIEW_POSTING | VAC_REVIEW_TEXTS | VAC_REVIEW_PAY_RULES | VAC_REVIEW_BOARDS,
  };

  g_return_val_if_fail (VAC_IS_REVIEW_SETTINGS (self) && VAC_IS_DOCUMENT (document), options);

  if (!self->law_read)
    load_law (self);
  options.n_employees = g_settings_get_uint (self->settings, VAC_SETTING_EMPLOYER_SIZE);
  options.law = self->law;
  vac_date_today (&options.today);
  if (g_settings_get_boolean (self->settings, VAC_SETTING_SPELLING) &&
      is_loaded (self, vac_document_get_text (document, VAC_ROLE_LANGUAGE)))
    options.scope |= VAC_REVIEW_SPELLING;
  options.scope &= ~find_skipped (self);

  return options;
}
