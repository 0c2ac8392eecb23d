namespace MagHopfield.Tests.Memory;

/// <summary>Tests that count what the whole process allocates or holds, and so must not run beside others.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
