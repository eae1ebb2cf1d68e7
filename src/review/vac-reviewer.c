/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-reviewer"

#include "config.h"

#include "vac-ignored.h"
#include "vac-review-private.h"
#include "vac-reviewer.h"

/* A text is checked again when it changed, all of them when something changed that they are read
 * with, and the posting as a whole after its texts. */

typedef struct
{
  VacNode   *node;       /* a reference */
  GPtrArray *findings;   /* of VacFinding; NULL while the text is not checked */
  guint      position;   /* among the texts */
} Text;

struct _VacReviewer
{
  GObject           parent_instance;

  VacDocument      *document;
  VacReading        reading;        /* of @document as it is */
  VacReviewOptions  options;
  char            **always;         /* nullable: rules that are not told in any posting */
  GPtrArray        *texts;          /* of Text, in the order of the form */
  GHashTable       *by_node;        /* of borrowed Text */
  GPtrArray        *whole;          /* of VacFinding: of the posting as a whole */
  GPtrArray        *parts;          /* nullable: what a check of that has found so far */
  guint             next_part;      /* the parts before it are checked */
  guint             next;           /* the texts before it are checked */
  gboolean          texts_stale;    /* which texts there are */
  gboolean          whole_stale;
  gboolean          told;           /* that something is stale */
};

enum
{
  STALE,
  CHECKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VacReviewer, vac_reviewer, G_TYPE_OBJECT)

static void
text_free (gpointer data)
{
  Text *text = data;

  g_object_unref (text->node);
  g_clear_pointer (&text->findings, g_ptr_array_unref);
  g_free (text);
}

static void
tell_stale (VacReviewer *self)
{
  self->whole_stale = TRUE;
  if (self->told)
    return;
  self->told = TRUE;
  g_signal_emit (self, signals[STALE], 0);
}

static void
forget_texts (VacReviewer *self)
{
  g_hash_table_remove_all (self->by_node);
  g_ptr_array_set_size (self->texts, 0);
  self->texts_stale = TRUE;
}

/* What texts are read with: their language, and the names that are no mistakes. */
static gboolean
is_for_all (VacNode *node)
{
  for (; node != NULL; node = vac_node_get_parent (node))
    switch (vac_node_get_role (node))
      {
      case VAC_ROLE_LANGUAGE:
      case VAC_ROLE_EMPLOYER_NAME:
      case VAC_ROLE_LOCATIONS:
        return TRUE;
      default:
        break;
      }

  return FALSE;
}

static void
on_document_changed_cb (VacDocument *document,
                        VacNode     *node,
                        gpointer     user_data)
{
  VacReviewer *self = user_data;
  Text *text = g_hash_table_lookup (self->by_node, node);

  vac_reading_clear (&self->reading);
  if (text != NULL)
    {
      g_clear_pointer (&text->findings, g_ptr_array_unref);
      self->next = MIN (self->next, text->position);
    }
  if (is_for_all (node))
    forget_texts (self);
  /* A text that was empty is one now, and one that is empty is none. */
  else if (text == NULL || *vac_node_get_text (node) == '\0')
    self->texts_stale = TRUE;
  tell_stale (self);
}

static void
vac_reviewer_finalize (GObject *object)
{
  VacReviewer *self = VAC_REVIEWER (object);

  g_signal_handlers_disconnect_by_data (self->document, self);
  g_hash_table_unref (self->by_node);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->whole);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_strfreev (self->always);
  g_clear_pointer (&self->options.law, vac_pay_law_unref);
  vac_reading_clear (&self->reading);
  g_object_unref (self->document);

  G_OBJECT_CLASS (vac_reviewer_parent_class)->finalize (object);
}

static void
vac_reviewer_class_init (VacReviewerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_reviewer_finalize;

  /**
   * VacReviewer::stale:
   *
   * Emitted when something changed that vac_reviewer_update() has not looked at. Handlers only
   * schedule that call.
   */
  signals[STALE] = g_signal_new ("stale", VAC_TYPE_REVIEWER, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * VacReviewer::checked:
   * @text: (nullable): a text whose findings may be others now; %NULL for the posting as a whole
   */
  signals[CHECKED] = g_signal_new ("checked", VAC_TYPE_REVIEWER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, VAC_TYPE_NODE);
}

static void
vac_reviewer_init (VacReviewer *self)
{
  self->options.scope = VAC_REVIEW_POSTING | VAC_REVIEW_TEXTS | VAC_REVIEW_PAY_RULES |
                        VAC_REVIEW_BOARDS;
  self->texts = g_ptr_array_new_with_free_func (text_free);
  self->by_node = g_hash_table_new (NULL, NULL);
  self->whole = vac_finding_array_new ();
  self->texts_stale = TRUE;
  self->whole_stale = TRUE;
  self->told = TRUE;
}

/**
 * vac_reviewer_new:
 * @document: a posting
 *
 * Returns: (transfer full): a reviewer of it that has not looked at anything yet
 */
VacReviewer *
vac_reviewer_new (VacDocument *document)
{
  VacReviewer *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_REVIEWER, NULL);
  self->document = g_object_ref (document);
  self->reading.document = document;
  g_signal_connect (document, "changed", G_CALLBACK (on_document_changed_cb), self);

  return self;
}

/**
 * vac_reviewer_get_document:
 * @self: a reviewer
 *
 * Returns: (transfer none): the posting that it looks at
 */
VacDocument *
vac_reviewer_get_document (VacReviewer *self)
{
  g_return_val_if_fail (VAC_IS_REVIEWER (self), NULL);

  return self->document;
}

static gboolean
is_same (const VacReviewOptions *a,
         const VacReviewOptions *b)
{
  const guint32 day_of_a = g_date_valid (&a->today) ? g_date_get_julian (&a->today) : 0;
  const guint32 day_of_b = g_date_valid (&b->today) ? g_date_get_julian (&b->today) : 0;

  return a->scope == b->scope && a->n_employees == b->n_employees && a->law == b->law &&
         day_of_a == day_of_b;
}

/**
 * vac_reviewer_set_options:
 * @self: a reviewer
 * @options: what to look for from now on
 */
void
vac_reviewer_set_options (VacReviewer            *self,
                          const VacReviewOptions *options)
{
  g_return_if_fail (VAC_IS_REVIEWER (self) && options != NULL);

  if (is_same (&self->options, options))
    return;
  if (options->law != NULL)
    vac_pay_law_ref (options->law);
  g_clear_pointer (&self->options.law, vac_pay_law_unref);
  self->options = *options;
  vac_reviewer_start_over (self);
}

/**
 * vac_reviewer_start_over:
 * @self: a reviewer
 *
 * Looks at everything once more: something else than the posting changed, such as a dictionary.
 */
void
vac_reviewer_start_over (VacReviewer *self)
{
  g_return_if_fail (VAC_IS_REVIEWER (self));

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  forget_texts (self);
  tell_stale (self);
}

/**
 * vac_reviewer_set_always_ignored:
 * @self: a reviewer
 * @rules: (nullable): ids of findings that are not told in any posting
 */
void
vac_reviewer_set_always_ignored (VacReviewer       *self,
                                 const char *const *rules)
{
  g_return_if_fail (VAC_IS_REVIEWER (self));

  g_strfreev (self->always);
  self->always = g_strdupv ((char **) rules);
  g_signal_emit (self, signals[CHECKED], 0, NULL);
}

/* Notes a text at its place; what was found in it stays. */
static void
visit_text_cb (VacNode *node,
               gpointer user_data)
{
  VacReviewer *self = user_data;
  Text *text = g_hash_table_lookup (self->by_node, node);

  if (text == NULL)
    {
      text = g_new0 (Text, 1);
      text->node = g_object_ref (node);
      g_hash_table_insert (self->by_node, node, text);
    }
  text->position = self->texts->len;
  g_ptr_array_add (self->texts, text);
}

static void
list_texts (VacReviewer *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->texts);

  g_ptr_array_set_free_func (before, NULL);
  self->texts = g_ptr_array_new_with_free_func (text_free);
  vac_review_visit_texts (self->document, visit_text_cb, self);
  for (guint i = 0; i < before->len; i++)
    {
      Text *text = g_ptr_array_index (before, i);

      if (text->position >= self->texts->len ||
          g_ptr_array_index (self->texts, text->position) != text)
        {
          g_hash_table_remove (self->by_node, text->node);
          text_free (text);
        }
    }
  self->texts_stale = FALSE;
  self->next = 0;
}

static void
check_text (VacReviewer *self,
            Text        *text)
{
  g_autoptr (VacNode) node = g_object_ref (text->node);

  text->findings = vac_finding_array_new ();
  vac_review_check_text (self->document, node, self->options.scope, text->findings);
  g_signal_emit (self, signals[CHECKED], 0, node);
}

/* Looks at changed texts until @end, at one at least.
 *
 * Returns: whether some are left */
static gboolean
check_texts (VacReviewer *self,
             gint64       end,
             gboolean    *any)
{
  self->told = FALSE;
  if (self->texts_stale)
    list_texts (self);
  while (self->next < self->texts->len)
    {
      Text *text = g_ptr_array_index (self->texts, self->next);

      if (text->findings == NULL && *any && g_get_monotonic_time () >= end)
        return TRUE;
      self->next++;
      if (text->findings != NULL)
        continue;
      check_text (self, text);
      *any = TRUE;
    }

  return FALSE;
}

/* What changes after a check has begun is for the next one. */
static void
check_part (VacReviewer *self)
{
  if (self->parts == NULL)
    {
      self->parts = vac_finding_array_new ();
      self->next_part = 0;
      self->whole_stale = FALSE;
    }
  if (vac_review_check_part (&self->reading, &self->options, self->next_part++, self->parts))
    return;
  g_ptr_array_unref (self->whole);
  self->whole = g_steal_pointer (&self->parts);
  g_signal_emit (self, signals[CHECKED], 0, NULL);
}

/**
 * vac_reviewer_update_texts:
 * @self: a reviewer
 * @budget: for how long to look, in microseconds; it is looked at one text at least
 *
 * Looks at texts that changed, which takes about as long however long the posting is.
 *
 * Returns: whether some are left to look at
 */
gboolean
vac_reviewer_update_texts (VacReviewer *self,
                           gint64       budget)
{
  gboolean any = FALSE;

  g_return_val_if_fail (VAC_IS_REVIEWER (self), FALSE);

  return check_texts (self, g_get_monotonic_time () + budget, &any);
}

/**
 * vac_reviewer_update_whole:
 * @self: a reviewer
 * @budget: for how long to look, in microseconds; one part of the check is done at least
 *
 * Looks at the posting as a whole once more if something in it changed, which takes the longer the
 * longer it is. What changes before the last part is done is not waited for.
 *
 * Returns: whether parts of the check are left to do
 */
gboolean
vac_reviewer_update_whole (VacReviewer *self,
                           gint64       budget)
{
  const gint64 end = g_get_monotonic_time () + budget;

  g_return_val_if_fail (VAC_IS_REVIEWER (self), FALSE);

  if (self->parts == NULL && !self->whole_stale)
    return FALSE;
  do
    check_part (self);
  while (self->parts != NULL && g_get_monotonic_time () < end);

  return self->parts != NULL;
}

/**
 * vac_reviewer_update:
 * @self: a reviewer
 * @budget: for how long to look, in microseconds; it is looked at one thing at least
 *
 * Looks at what changed.
 *
 * Returns: whether something is left to look at
 */
gboolean
vac_reviewer_update (VacReviewer *self,
                     gint64       budget)
{
  const gint64 end = g_get_monotonic_time () + budget;
  gboolean any = FALSE;

  g_return_val_if_fail (VAC_IS_REVIEWER (self), FALSE);

  if (check_texts (self, end, &any))
    return TRUE;
  if (!any || g_get_monotonic_time () < end)
    vac_reviewer_update_whole (self, end - g_get_monotonic_time ());

  return self->parts != NULL || self->whole_stale;
}

/**
 * vac_reviewer_check:
 * @self: a reviewer
 * @text: a text of the posting
 *
 * Looks at that text before its turn, unless it has been looked at since it last changed.
 *
 * Returns: whether it was looked at
 */
gboolean
vac_reviewer_check (VacReviewer *self,
                    VacNode     *text)
{
  Text *known;

  g_return_val_if_fail (VAC_IS_REVIEWER (self) && VAC_IS_NODE (text), FALSE);

  if (self->texts_stale)
    list_texts (self);
  known = g_hash_table_lookup (self->by_node, text);
  if (known == NULL || known->findings != NULL)
    return FALSE;
  check_text (self, known);

  return TRUE;
}

static gboolean
is_ignored (VacReviewer      *self,
            const VacFinding *finding)
{
  return (self->always != NULL &&
          g_strv_contains ((const char *const *) self->always, finding->id)) ||
         vac_ignored_has (self->document, finding);
}

/* Adds @findings to @told, or else to @ignored; either may be missing. */
static void
sort_out (VacReviewer *self,
          GPtrArray   *findings,
          GPtrArray   *told,
          GPtrArray   *ignored)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      VacFinding *finding = g_ptr_array_index (findings, i);
      GPtrArray *list = is_ignored (self, finding) ? ignored : told;

      if (list != NULL)
        g_ptr_array_add (list, finding);
    }
}

static void
collect (VacReviewer *self,
         GPtrArray   *told,
         GPtrArray   *ignored)
{
  sort_out (self, self->whole, told, ignored);
  for (guint i = 0; i < self->texts->len; i++)
    sort_out (self, ((Text *) g_ptr_array_index (self->texts, i))->findings, told, ignored);
}

/* Returns: (transfer container): the worst first */
static GPtrArray *
sort (GPtrArray *findings)
{
  GPtrArray *sorted = g_ptr_array_sized_new (findings->len);

  for (VacSeverity severity = 0; severity < VAC_N_SEVERITIES; severity++)
    for (guint i = 0; i < findings->len; i++)
      if (((const VacFinding *) g_ptr_array_index (findings, i))->severity == severity)
        g_ptr_array_add (sorted, g_ptr_array_index (findings, i));

  return sorted;
}

/**
 * vac_reviewer_get_findings:
 * @self: a reviewer
 *
 * Returns: (transfer container) (element-type VacFinding): what was found and is not ignored, the
 *   worst first, and otherwise in the order of the form; good until the next update
 */
GPtrArray *
vac_reviewer_get_findings (VacReviewer *self)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  g_return_val_if_fail (VAC_IS_REVIEWER (self), NULL);

  collect (self, told, NULL);

  return sort (told);
}

/**
 * vac_reviewer_get_ignored:
 * @self: a reviewer
 *
 * Returns: (transfer container) (element-type VacFinding): what was found and is ignored, in the
 *   order of vac_reviewer_get_findings(); good until the next update
 */
GPtrArray *
vac_reviewer_get_ignored (VacReviewer *self)
{
  g_autoptr (GPtrArray) ignored = g_ptr_array_new ();

  g_return_val_if_fail (VAC_IS_REVIEWER (self), NULL);

  collect (self, NULL, ignored);

  return sort (ignored);
}

/**
 * vac_reviewer_get_findings_of:
 * @self: a reviewer
 * @text: a text of the posting
 *
 * Returns: (transfer container) (nullable) (element-type VacFinding): what was found in @text and
 *   is not ignored; %NULL while it is not checked; good until the next update
 */
GPtrArray *
vac_reviewer_get_findings_of (VacReviewer *self,
                              VacNode     *text)
{
  const Text *known;
  GPtrArray *told;

  g_return_val_if_fail (VAC_IS_REVIEWER (self) && VAC_IS_NODE (text), NULL);

  known = g_hash_table_lookup (self->by_node, text);
  if (known == NULL || known->findings == NULL)
    return NULL;
  told = g_ptr_array_new ();
  sort_out (self, known->findings, told, NULL);

  return told;
}

/**
 * vac_reviewer_get_lengths:
 * @self: a reviewer
 *
 * Returns: (transfer none) (array fixed-size=VAC_N_BOARDS): how long the posting is for each place
 *   that postings go to; good until it changes
 */
const VacBoardLength *
vac_reviewer_get_lengths (VacReviewer *self)
{
  g_return_val_if_fail (VAC_IS_REVIEWER (self), NULL);

  return vac_reading_get_lengths (&self->reading);
}

/**
 * vac_reviewer_asks_for_size:
 * @self: a reviewer
 *
 * Returns: whether something that the posting lacks is demanded of employers of some size, and the
 *   size of this one is not known
 */
gboolean
vac_reviewer_asks_for_size (VacReviewer *self)
{
  g_return_val_if_fail (VAC_IS_REVIEWER (self), FALSE);

  return vac_review_lacks_size (&self->reading, &self->options);
}

/**
 * vac_reviewer_get_n_ignored:
 * @self: a reviewer
 *
 * Returns: how much of what was found is not told
 */
guint
vac_reviewer_get_n_ignored (VacReviewer *self)
{
  g_autoptr (GPtrArray) ignored = g_ptr_array_new ();

  g_return_val_if_fail (VAC_IS_REVIEWER (self), 0);

  collect (self, NULL, ignored);

  return ignored->len;
}
