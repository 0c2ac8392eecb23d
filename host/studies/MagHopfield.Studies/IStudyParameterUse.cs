namespace MagHopfield.Studies;

/// <summary>What is made of a parameter whatever its type: an option of a command line, a field of a form.</summary>
/// <typeparam name="TResult">What it becomes.</typeparam>
public interface IStudyParameterUse<out TResult>
{
    /// <summary>Makes it.</summary>
    /// <typeparam name="T">Type of the parameter.</typeparam>
    /// <param name="parameter">The parameter.</param>
    TResult Use<T>(StudyParameter<T> parameter);
}
