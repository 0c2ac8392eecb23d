namespace MagHopfield.Toml;

/// <summary>What the user must know of a key of a file; reference pages are made from these.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind of the value in words, as in "number".</param>
/// <param name="Unit">SI unit; empty where there is none.</param>
/// <param name="Range">Values allowed.</param>
/// <param name="Default">Value where the key is absent, or when it is required.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record KeyDeclaration(string Name, string Kind, string Unit, string Range, string Default, string Meaning);
