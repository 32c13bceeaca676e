this is no program (
	tabs and a 
 carriage return      end