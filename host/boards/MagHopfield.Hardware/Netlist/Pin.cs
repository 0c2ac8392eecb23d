namespace MagHopfield.Hardware.Netlist;

/// <summary>A pin of a part and the net it lies on.</summary>
/// <param name="Number">Number on the package.</param>
/// <param name="Name">Name in the data sheet.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Net">Its net, or null where it is deliberately left open.</param>
public sealed record Pin(string Number, string Name, PinKind Kind, string? Net);
