using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>One way to recall by measured currents: what is taken off them (Niu et al., PNAS 2024, "Inference process", step 7).</summary>
/// <param name="Name">Name for tables.</param>
/// <param name="Reference">Reference in siemens.</param>
/// <param name="Xi">ξ, no unit.</param>
public sealed record CurrentRecall(string Name, ConductanceMatrix Reference, double Xi);
