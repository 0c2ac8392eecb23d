namespace MagHopfield.NanoFramework.Tests.Image;

/// <summary>Something that the device cannot run: where, in which member, what.</summary>
internal sealed record Finding(string Member, string File, int Line, string What)
{
    public override string ToString() => $"{File}({Line}): {Member}: {What}";
}
