import { CannotDo } from '../../support/cannot.ts';
import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { COMPONENT } from '../rules/components.ts';
import type { OpenModal } from '../world/interactions.ts';
import type { ChannelRecord } from '../world/records.ts';
import { attachmentJson } from '../world/serialise.ts';
import { demandFileType, isUpload, type Upload, upload } from './uploads.ts';

export type FieldValue = string | boolean | readonly string[] | Upload | readonly Upload[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** The `data` of a modal's submission (receiving-and-responding.mdx, Modal Submit Data). @throws CannotDo */
export function modalData(core: Core, channel: ChannelRecord, modal: OpenModal, given: FieldValues): Json {
  const attachments: Record<string, Json> = {};
  const known = new Set<string>();
  const addFile = (file: Upload): string => {
    const record = upload(core, channel, file, true);
    attachments[record.id] = attachmentJson(record, core.files);
    return record.id;
  };
  let ids = 0;
  const submitted = (component: Json): Json => {
    ids += 1;
    const base = { type: component['type'], id: Number(component['id'] ?? ids) };
    if (isJson(component['component'])) return { ...base, component: submitted(component['component']) };
    if (component['type'] === COMPONENT.actionRow) {
      return { ...base, components: objectsOf(component['components']).map(submitted) };
    }
    const customId = textOf(component['custom_id']);
    if (customId === '') return base;
    known.add(customId);
    return { ...base, custom_id: customId, ...filledIn(component, given[customId], addFile) };
  };
  const components = modal.components.map(submitted);
  const unknown = Object.keys(given).find((name) => !known.has(name));
  if (unknown !== undefined) throw new CannotDo(`The form has no field ${unknown}.`);
  return {
    custom_id: modal.customId,
    components,
    ...(Object.keys(attachments).length > 0 && { resolved: { attachments } }),
  };
}

/** A field as it is submitted, if the client would let it pass. */
function filledIn(field: Json, given: FieldValue | undefined, addFile: (file: Upload) => string): Json {
  const name = textOf(field['custom_id']);
  const isRequired = field['required'] !== false;
  if (field['type'] === COMPONENT.textInput)
    return { value: typedIn(field, given ?? textOf(field['value']), isRequired) };
  if (field['type'] === COMPONENT.checkbox) return { value: given === true };
  const values = listOf(given);
  const [min, max] = [Number(field['min_values'] ?? (isRequired ? 1 : 0)), Number(field['max_values'] ?? 1)];
  const isEmptyAllowed = !isRequired && values.length === 0;
  if (!isEmptyAllowed && (values.length < min || values.length > max)) {
    throw new CannotDo(`${name} takes ${min} to ${max} values.`);
  }
  if (field['type'] === COMPONENT.fileUpload) {
    return {
      values: values.map((file) => {
        if (!isUpload(file)) throw new CannotDo(`${name} takes files.`);
        demandFileType(field, file);
        return addFile(file);
      }),
    };
  }
  const options = objectsOf(field['options']);
  for (const value of values) {
    if (options.length > 0 && !options.some((option) => option['value'] === value)) {
      throw new CannotDo(`${name} does not offer ${String(value)}.`);
    }
  }
  return field['type'] === COMPONENT.radioGroup ? { value: values[0] ?? null } : { values };
}

function listOf(given: FieldValue | undefined): readonly (string | Upload)[] {
  if (given === undefined || typeof given === 'boolean') return [];
  return typeof given === 'string' || isUpload(given) ? [given] : given;
}

function typedIn(field: Json, given: FieldValue, isRequired: boolean): string {
  const name = textOf(field['custom_id']);
  if (typeof given !== 'string') throw new CannotDo(`${name} takes text.`);
  if (given === '' && !isRequired) return '';
  const [min, max] = [
    Number(field['min_length'] ?? (isRequired ? 1 : 0)),
    Number(field['max_length'] ?? 4000),
  ];
  if (given.length < min || given.length > max)
    throw new CannotDo(`${name} takes ${min} to ${max} characters.`);
  return given;
}
