using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Run;

/// <summary>A field of a back end and its likeness in host memory, which is brought up to date where it is read.</summary>
internal sealed class MirroredField<T>(IBackend<T> backend, VectorField<T> host)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private bool _hostIsCurrent = true;

    /// <summary>The back end's field.</summary>
    public IBackendField<T> Kept { get; } = backend.Attach(host);

    /// <summary>What the back end's field holds.</summary>
    public VectorField<T> Host
    {
        get
        {
            if (!_hostIsCurrent)
                backend.Download(Kept, host);
            _hostIsCurrent = true;
            return host;
        }
    }

    /// <summary>Says that the back end's field changes, or has changed.</summary>
    /// <returns>The back end's field.</returns>
    public IBackendField<T> Moved()
    {
        _hostIsCurrent = false;
        return Kept;
    }

    /// <summary>
    /// Takes what the reader of <see cref="Host"/> may have written there; nobody has where it was not read since the last change.
    /// </summary>
    public void TakeHost()
    {
        if (_hostIsCurrent)
            backend.Upload(host, Kept);
    }
}
