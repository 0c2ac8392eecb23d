namespace MagHopfield.BoardClient.Protocol;

/// <summary>What has arrived of an answer.</summary>
public enum FrameState
{
    /// <summary>Not all of it yet.</summary>
    Incomplete,

    /// <summary>All of it, with the right CRC-32.</summary>
    Whole,

    /// <summary>The board had carried out this frame before; it was not carried out again, and its answer is gone.</summary>
    CarriedOutBefore,

    /// <summary>All of it, damaged on the way.</summary>
    AnswerDamaged,

    /// <summary>The board got a damaged frame and carried out nothing.</summary>
    FrameDamaged,
}
