namespace MagHopfield.Micromagnetics.Tests;

/// <summary>Tests that count what the whole process allocates, and so must not run beside others.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
