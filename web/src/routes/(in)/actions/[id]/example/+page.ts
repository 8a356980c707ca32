export { load } from '../edit/+page';
