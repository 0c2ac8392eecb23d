namespace MagHopfield.Shared;

/// <summary>The four gates of Niu et al., PNAS 2024, "Boolean logics operation".</summary>
public enum LogicGate
{
    /// <summary>Both inputs.</summary>
    And,

    /// <summary>Any input.</summary>
    Or,

    /// <summary>Not both inputs.</summary>
    Nand,

    /// <summary>No input.</summary>
    Nor,
}
