namespace MagHopfield.BoardClient.Links;

/// <summary>Time of a link.</summary>
public interface ILinkClock
{
    /// <summary>When the link was opened, UTC.</summary>
    DateTimeOffset Opened { get; }

    /// <summary>Time since then; never runs backwards.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Lets time pass.</summary>
    /// <param name="span">0 or more.</param>
    /// <param name="cancellation">Ends the wait early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    void Wait(TimeSpan span, CancellationToken cancellation);
}
