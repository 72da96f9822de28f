export { freePort, isPortFree } from '../../scripts/processes/free-port.ts';
