/** What the tests of every module stand on: a real MongoDB, people, browsing, the rules of the house. */
package hub.testkit;
