/** Answers with the task that is under way for the key, or starts it: two callers at once cause one request. */
export function shareFlights<Value>(): (key: string, task: () => Promise<Value>) => Promise<Value> {
  const flights = new Map<string, Promise<Value>>();
  return (key, task) => {
    const flight = flights.get(key) ?? task().finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };
}
