namespace MagHopfield.Instrument.Scpi;

/// <summary>The files that declare the commands of an instrument, each its own.</summary>
public interface ICommandFiles
{
    /// <summary>Number of files.</summary>
    int Count { get; }

    /// <summary>Goes through the rows of a file.</summary>
    /// <param name="file">0 … <see cref="Count"/> − 1.</param>
    /// <param name="rows">Takes the row that is wanted.</param>
    void AddTo(int file, CommandRows rows);
}
