namespace MagHopfield.BoardClient.Links;

/// <summary>Ways to a board.</summary>
public enum BoardAddressKind
{
    /// <summary>A virtual board in this process.</summary>
    Virtual,

    /// <summary>A serial port, pseudo-terminals included.</summary>
    Serial,

    /// <summary>Raw TCP.</summary>
    Tcp,

    /// <summary>A recorded session, without a board.</summary>
    Replay,
}
