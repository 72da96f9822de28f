export { freePort, freePortsInRow, isPortFree } from '../../scripts/processes/free-port.ts';
