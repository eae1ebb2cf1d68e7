/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-subject-choice"

#include "config.h"

#include "vac-subject-choice.h"
#include "vac-subject-list.h"

/**
 * VacSubjectChoice:
 *
 * What of a document is shown: what the user has chosen, or what is edited. A chosen subject other
 * than the posting is kept, and so is any chosen subject as long as the same form is open.
 */
struct _VacSubjectChoice
{
  GObject  parent_instance;

  const VacSubject *const *subjects;   /* borrowed */

  guint    shown;         /* positions in the list of subjects */
  guint    chosen;
  VacNode *form;          /* borrowed, for comparing: the one that is open */
  VacNode *chosen_form;   /* borrowed, for comparing: the one in which the choice was made */
};

G_DEFINE_FINAL_TYPE (VacSubjectChoice, vac_subject_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show (VacSubjectChoice *self,
      guint             position)
{
  if (self->shown == position)
    return;
  self->shown = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

static void
vac_subject_choice_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VacSubjectChoice *self = VAC_SUBJECT_CHOICE (object);

  switch (prop_id)
    {
    case PROP_POSITION:
      g_value_set_uint (value, self->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_subject_choice_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  VacSubjectChoice *self = VAC_SUBJECT_CHOICE (object);

  switch (prop_id)
    {
    case PROP_POSITION:
      self->chosen = g_value_get_uint (value);
      self->chosen_form = self->form;
      show (self, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_subject_choice_class_init (VacSubjectChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vac_subject_choice_get_property;
  object_class->set_property = vac_subject_choice_set_property;

  /**
   * VacSubjectChoice:position:
   *
   * Which subject is shown, in the order of vac_subject_list_new(). To set it is to choose.
   */
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                   | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_subject_choice_init (VacSubjectChoice *self)
{
}

/**
 * vac_subject_choice_new:
 * @subjects: (array zero-terminated=1): what there is to choose, the posting first; must live as
 *   long as the choice
 *
 * Returns: (transfer full): a choice: the posting
 */
VacSubjectChoice *
vac_subject_choice_new (const VacSubject *const *subjects)
{
  VacSubjectChoice *self = g_object_new (VAC_TYPE_SUBJECT_CHOICE, NULL);

  self->subjects = subjects;

  return self;
}

/**
 * vac_subject_choice_get_shown:
 * @self: a choice
 *
 * Returns: (transfer none): what is shown
 */
const VacSubject *
vac_subject_choice_get_shown (VacSubjectChoice *self)
{
  g_return_val_if_fail (VAC_IS_SUBJECT_CHOICE (self), NULL);

  return self->subjects[self->shown];
}

/**
 * vac_subject_choice_get_chosen:
 * @self: a choice
 *
 * Returns: (transfer none): what was chosen last, which is not always what is shown
 */
const VacSubject *
vac_subject_choice_get_chosen (VacSubjectChoice *self)
{
  g_return_val_if_fail (VAC_IS_SUBJECT_CHOICE (self), NULL);

  return self->subjects[self->chosen];
}

/**
 * vac_subject_choice_follow:
 * @self: a choice
 * @form: the node whose form is open
 * @node: what is edited there
 *
 * Shows the subject that has @node in it, unless there is a choice to be kept.
 */
void
vac_subject_choice_follow (VacSubjectChoice *self,
                           VacNode          *form,
                           VacNode          *node)
{
  g_return_if_fail (VAC_IS_SUBJECT_CHOICE (self));
  g_return_if_fail (VAC_IS_NODE (node));

  self->form = form;
  if (form == self->chosen_form)
    return;
  self->chosen_form = NULL;
  show (self,
        self->chosen != 0
            ? self->chosen
            : vac_subject_list_find (self->subjects, vac_subject_find_for (self->subjects, node)));
}
