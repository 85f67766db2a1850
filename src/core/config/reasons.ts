import type { Action } from './comparison';
import type { SettingDifference } from './settingDifference';
import type { StructureDifference } from './structure';

/** Keys that the vendor's articles tell people to add by hand. [UP-15, MA-16] */
const addedByHand = new Set(['SSL_REQUIRED']);

/** Whether a key is known to be added by hand: the page ticks *insert* for it beforehand. */
export function isKnownAddition({ kind, canTakeOld, old }: SettingDifference): boolean {
  return (
    kind === 'onlyOld' && canTakeOld && old?.section.kind === 'appSettings' && addedByHand.has(old.name.toUpperCase())
  );
}

/** What happens to a setting that differs unless somebody decides otherwise, and why, in a sentence. Pure. */
export function settingAction(difference: SettingDifference): readonly [action: Action, reason: string] {
  const { kind, lock, moved } = difference;
  if (lock === 'encrypted')
    return ['byHand', 'Its section is encrypted, so that nothing is written there; carry the value over by hand.'];
  if (lock === 'external')
    return [
      'byHand',
      'Its section takes values from another file, so that nothing is written there; carry the value over by hand.',
    ];
  switch (kind) {
    case 'value':
      if (moved !== undefined) return ['old', movedReason];
      return ['old', 'Both files have it with different values, and the old value is what this installation needs.'];
    case 'form':
      return ['new', 'The two files store it in different forms (serializeAs), so that the new value stays.'];
    case 'noOldValue':
      return ['new', 'The old file names it without a value, so that the new value stays.'];
    case 'noNewValue':
      return ['byHand', 'The new file names it without a place for a value; carry the old value over by hand.'];
    case 'onlyNew':
      return ['new', 'Only the new file has it, and the value it ships with stays.'];
    case 'onlyOld':
      return onlyOldAction(difference);
  }
}

const movedReason =
  'The old address is carried over with the virtual directory that the Web Service SDK has now, as was decided (sdkVirtualDirectory).';

function onlyOldAction(difference: SettingDifference): readonly [action: Action, reason: string] {
  const { canTakeOld, old } = difference;
  if (isKnownAddition(difference)) {
    return [
      'decide',
      'Only the old file has this key, which is known to be added by hand; decide whether it goes into the new file.',
    ];
  }
  if (canTakeOld) return ['decide', 'Only the old file has this key; decide whether the new program still needs it.'];
  if (old?.section.kind === 'program')
    return ['new', 'Only the old file has it; the new program does not know it, so that it is left out.'];
  return [
    'byHand',
    'Only the old file has it, and the new file has no entry to insert it after; add it by hand where it is needed.',
  ];
}

/** Why something that is no setting stays as the new file has it, in a sentence. Pure. */
export function structureReason(difference: StructureDifference): string {
  switch (difference.class) {
    case 'new':
      return 'Only the new file has it; it belongs to the new program and stays.';
    case 'gone':
      return 'Only the old file has it, and it is no setting; add it by hand where it is still needed.';
    case 'type':
      return 'It follows the version of the program or of .NET, so that what the new file has stays.';
    case 'structure':
      return 'It is no setting, so that what the new file has stays; change it by hand where the old one was wanted.';
  }
}
