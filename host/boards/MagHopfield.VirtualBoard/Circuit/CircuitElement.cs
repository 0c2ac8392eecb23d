namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>A linear element of a circuit as it was added; elements with a limit are <see cref="ILimitedElement"/>.</summary>
public abstract record CircuitElement;

/// <summary>A resistor.</summary>
/// <param name="A">A node; 0 is ground.</param>
/// <param name="B">A node.</param>
/// <param name="Ohms">Resistance in ohms, above 0.</param>
public sealed record ResistorElement(int A, int B, double Ohms) : CircuitElement;

/// <summary>An ideal current source.</summary>
/// <param name="From">Node the current is drawn from.</param>
/// <param name="To">Node the current is driven into.</param>
/// <param name="Amperes">Current in amperes.</param>
public sealed record CurrentSourceElement(int From, int To, double Amperes) : CircuitElement;

/// <summary>A conductor with several terminals, I = G V, I into the conductor.</summary>
/// <param name="Nodes">Its terminals.</param>
/// <param name="Siemens">Element (row, column) of G in siemens; symmetric.</param>
public sealed record ConductorElement(IReadOnlyList<int> Nodes, Func<int, int, double> Siemens) : CircuitElement;
