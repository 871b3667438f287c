"""What is fetched over the network: pages and feeds of the web, when the user asks for them.

Nothing else in the program opens a connection, and nothing here does by itself. Only http and https
are spoken, and only to machines that the whole web can reach; an address is judged where it was
looked up and is then connected to, at every redirect anew. All that a server may send is bounded:
its time, its bytes as sent and as unpacked, its redirects. The libraries that speak to the network
are imported by the first request.
"""
